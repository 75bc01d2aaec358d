"""Calendar, Date, DateTime, NaiveDateTime, Time."""
