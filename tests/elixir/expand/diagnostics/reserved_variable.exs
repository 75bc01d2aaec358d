x = __CALLER__
