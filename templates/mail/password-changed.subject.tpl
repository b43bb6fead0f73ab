Your password at {{SITE}} was changed
