
{{SITE}}
{{ADDRESS}}
Questions? Answer this mail, or write to {{SUPPORT}}.
