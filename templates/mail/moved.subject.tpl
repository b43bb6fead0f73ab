Moved: {{SERVICE}} with {{OTHER}}, now {{DAY}}
