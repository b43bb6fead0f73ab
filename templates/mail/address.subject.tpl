Please confirm your new address for {{SITE}}
