/** The broker that the benchmarks make their queues on. */
export const brokerUrl = process.env['GIDS_BENCH_AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';
