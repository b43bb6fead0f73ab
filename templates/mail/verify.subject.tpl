Please confirm your address for {{SITE}}
