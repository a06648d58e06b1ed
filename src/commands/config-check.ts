import { catalogueOf } from '../catalogue/catalogue.ts';
import { type Config, describeConfig } from '../config/config.ts';
import { print } from './print.ts';

/**
 * Prints what takes effect, once everything that the flags lead to makes sense.
 *
 * @throws CatalogueError
 */
export async function configCheck(config: Config): Promise<void> {
  await catalogueOf(config.advisoriesDir);
  await print(describeConfig(config));
}
