You have an account at {{SITE}} already
