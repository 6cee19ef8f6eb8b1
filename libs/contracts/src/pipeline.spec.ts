import { consumersOf, consumption, eventByType, events, fileCountsAddUp, RunCompleted, requests, requestsOf, serviceNames } from './index.js';

describe('every event of the pipeline', () => {
  it.each(events.map((event) => [event.name, event] as const))('%s has an example that keeps its schema and survives JSON', (_, event) => {
    const wire: unknown = JSON.parse(JSON.stringify(event.example));
    expect(event.schema.parse(wire)).toEqual(event.example);
  });

  it.each(events.map((event) => [event.name, event] as const))('%s has a past-tense name and a CloudEvents type that says the same', (name, { type }) => {
    expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(type).toMatch(/^nl\.gids\.(import|mapping|matching|directory|access|operations)\.[a-z-]+\.v1$/);
    expect(type.split('.')[3]?.replaceAll('-', '')).toBe(name.toLowerCase());
  });

  it('has at most one definition per type', () => {
    expect(new Set(events.map(({ type }) => type)).size).toBe(events.length);
    for (const event of events) expect(eventByType(event.type)).toBe(event);
    expect(eventByType('nl.gids.nobody.knows.v1')).toBeUndefined();
  });

  it('is consumed by somebody: an event that nobody listens to cannot be routed', () => {
    expect(events.filter((event) => consumersOf(event).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('is declared when somebody consumes it', () => {
    const consumed = serviceNames.flatMap((service) => Object.values(consumption[service]).flat());
    expect(consumed.filter((event) => !events.includes(event))).toEqual([]);
  });

  it('holds counts that add up in the example', () => {
    expect(fileCountsAddUp(RunCompleted.example.counts)).toBe(true);
  });
});

describe('every request', () => {
  it.each(requests.map((request) => [request.name, request] as const))('%s has an example that keeps its schema', (_, { payload, example }) => {
    expect(payload.safeParse(JSON.parse(JSON.stringify(example))).error).toBeUndefined();
  });

  it('has a service that answers it', () => {
    for (const request of requests) {
      expect(serviceNames.filter((service) => requestsOf(service).includes(request)).length).toBeGreaterThan(0);
    }
  });
});
