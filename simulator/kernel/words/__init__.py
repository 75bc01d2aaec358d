"""What a user reads of a failure: errors, exits, reports, places in code, and whose words they are in."""
