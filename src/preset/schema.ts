import * as v from 'valibot';
import { expected, groupOf, objectMessage } from './field.ts';
import { currentVersion } from './migrate.ts';
import { comfort } from './params/comfort.ts';
import { form } from './params/form.ts';
import { mix } from './params/mix.ts';
import { music } from './params/music.ts';
import { picture } from './params/picture.ts';
import { place } from './params/place.ts';
import { weather } from './params/weather.ts';

/** Every param, by group: for a panel, a randomiser, and documentation. */
export const paramGroups = { form, place, picture, weather, music, mix, comfort } as const;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function text(most: number, what: string, least = 0) {
  const message = expected(`a text of ${least} to ${most} characters`);
  return v.pipe(v.string(message), v.minLength(least, message), v.maxLength(most, message), v.description(what));
}

const idMessage = expected('an id of at most 64 small letters, digits and single hyphens');

export const presetId = v.pipe(
  v.string(idMessage),
  v.maxLength(64, idMessage),
  v.regex(ID, idMessage),
  v.description('The name that links and commands use: small letters, digits and single hyphens.'),
);

const seedMessage = expected('a whole number from 0 to 4294967295');

const seedNumber = v.pipe(
  v.number(seedMessage),
  v.finite(seedMessage),
  v.integer(seedMessage),
  v.minValue(0, seedMessage),
  v.maxValue(4294967295, seedMessage),
  v.description('The seed of the nights, where no other is asked for.'),
);

const tag = text(32, 'A word to find the preset by.', 1);

/**
 * The one schema of a preset file. Groups and their params may be left out; a parsed preset has them all. Validation,
 * types, the JSON Schema and the panel come from here.
 */
export const presetSchema = v.pipe(
  v.strictObject(
    {
      $schema: v.optional(text(300, 'Where the JSON Schema of this file is, for editors.')),
      version: v.pipe(
        v.literal(currentVersion, expected(String(currentVersion))),
        v.description('The version of this format.'),
      ),
      id: presetId,
      title: text(80, 'The name that people read.', 1),
      description: v.optional(text(1000, 'What is particular about it.'), ''),
      author: v.optional(text(120, 'Who made it.'), ''),
      licence: v.optional(text(80, 'Under which licence it is given, as an SPDX id.'), ''),
      tags: v.optional(
        v.pipe(
          v.array(tag, expected('a list of texts')),
          v.maxLength(16, 'expected at most 16 tags'),
          v.readonly(),
          v.description('Words to find it by.'),
        ),
        [],
      ),
      seed: v.optional(seedNumber, 7),
      form: v.optional(groupOf(form), {}),
      place: v.optional(groupOf(place), {}),
      picture: v.optional(groupOf(picture), {}),
      weather: v.optional(groupOf(weather), {}),
      music: v.optional(groupOf(music), {}),
      mix: v.optional(groupOf(mix), {}),
      comfort: v.optional(groupOf(comfort), {}),
    },
    objectMessage,
  ),
  v.readonly(),
  v.title('Mosslight preset'),
  v.description('What one version of the walk is made of. All groups and their members may be left out.'),
);

/** A complete, deep-frozen preset. */
export type Preset = Omit<v.InferOutput<typeof presetSchema>, '$schema'>;
