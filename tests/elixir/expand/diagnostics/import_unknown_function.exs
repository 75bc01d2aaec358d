import Enum, only: [nothing: 1]
