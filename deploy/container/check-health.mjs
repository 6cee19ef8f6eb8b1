// Health check of the image: the service is ready when its database, its broker and its own consumers are.
const url = `http://127.0.0.1:${process.env.HEALTH_PORT}/health/ready`;
const answer = await fetch(url).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
