export const nothing = 'Stands in for a script of the web client.'
