import String, only: [upcase: 1], except: [downcase: 1]
