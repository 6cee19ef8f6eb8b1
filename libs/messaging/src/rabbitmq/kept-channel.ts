import { setTimeout as pause } from 'node:timers/promises';
import type { Channel, ChannelModel } from 'amqplib';
import type { Log } from '../log.js';
import { within } from '../within.js';

const openWithinMs = 10_000;
const reopenPauseMs = 500;

export interface ChannelRecipe<Kind extends Channel> {
  /** Shown in the log. */
  readonly name: string;
  readonly create: (model: ChannelModel) => Promise<Kind>;
  /** Makes the channel ready for its work; a channel on which this fails is not used. */
  readonly prepare: (channel: Kind) => Promise<void>;
  readonly log: Log;
}

/**
 * A channel that is there as long as its connection is: the broker closes a channel for one wrong operation
 * (an exchange that is gone, a message that is too large), and nobody opens it again by itself.
 */
export class KeptChannel<Kind extends Channel> {
  private channel: Kind | undefined;
  private model: ChannelModel | undefined;
  private ended = false;

  constructor(private readonly recipe: ChannelRecipe<Kind>) {}

  current(): Kind | undefined {
    return this.channel;
  }

  /** Opens the channel on a new connection; one of an earlier connection is dead. */
  async attach(model: ChannelModel): Promise<void> {
    if (this.ended) return;
    this.channel = undefined;
    this.model = model;
    model.once('close', () => {
      if (this.model === model) this.model = undefined;
    });
    await this.open(model);
  }

  /** From now on a channel that closes is not opened again. */
  end(): void {
    this.ended = true;
  }

  async close(): Promise<void> {
    this.end();
    const channel = this.channel;
    this.channel = undefined;
    if (channel) await closeQuietly(channel);
  }

  private async open(model: ChannelModel): Promise<void> {
    const { create, prepare, name, log } = this.recipe;
    const channel = await within(openWithinMs, create(model), 'Opening a channel');
    let isOpen = true;
    channel.on('error', (err) => log.warn({ err, channel: name }, 'channel failed'));
    channel.on('close', () => {
      isOpen = false;
      this.lost(channel, model);
    });
    await within(openWithinMs, prepare(channel), 'Preparing a channel');
    if (!isOpen) throw new Error(`Channel ${name} closed while it was made ready`);
    if (!this.ended && this.model !== model) throw new Error(`The connection of channel ${name} ended while it was made ready`);
    if (this.wants(model)) this.channel = channel;
    else await closeQuietly(channel);
  }

  private lost(channel: Kind, model: ChannelModel): void {
    if (this.channel !== channel) return;
    this.channel = undefined;
    void this.reopen(model);
  }

  private async reopen(model: ChannelModel): Promise<void> {
    for (;;) {
      await pause(reopenPauseMs);
      if (!this.wants(model)) return;
      await this.open(model).catch((err: unknown) => this.recipe.log.warn({ err, channel: this.recipe.name }, 'channel cannot be opened; trying again'));
    }
  }

  private wants(model: ChannelModel): boolean {
    return !this.ended && this.model === model && this.channel === undefined;
  }
}

async function closeQuietly(channel: Channel): Promise<void> {
  await within(openWithinMs, channel.close(), 'Closing a channel').catch(() => undefined);
}
