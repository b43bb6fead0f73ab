{{#ON}}Codes are now asked for when you sign in to {{SITE}}{{/ON}}{{#OFF}}Codes are no longer asked for at {{SITE}}{{/OFF}}
