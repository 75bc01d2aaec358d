@limit 10
