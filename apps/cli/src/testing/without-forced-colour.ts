// Whoever runs the tests may force colours (a terminal, CI, a Jest worker); they would be in every text that is compared.
delete process.env['FORCE_COLOR'];
