{{AMOUNT}} is on its way back to you
