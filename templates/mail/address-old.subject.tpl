Your address at {{SITE}} is about to change
