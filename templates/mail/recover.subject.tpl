A new password for {{SITE}}
