import { andThen, ok, type Reading } from '../model/reading.ts';
import { arrayAt, type JsonObject, parseObjects } from './engine-json.ts';

/** What Engines before 23.0 put in the place of a tag that is not there. */
const noTag = '<none>:<none>';

/**
 * Parses the answer to `GET /images/json` (Engine API, ImageList) without `all`, so without the layers
 * between images. Dangling is what the Engine's own filter `dangling=true` and `docker image prune` take:
 * an image without a tag, whether or not it still has a digest (`RepoDigests`), as a pull of a newer
 * image of the same tag leaves it.
 *
 * @example `[{"Id":"sha256:940d…","RepoTags":["bb:1"],"RepoDigests":null}]`
 */
export function parseImages(body: string): Reading<{ tagged: number; dangling: number }> {
  return andThen(parseObjects(body), (images) => {
    const tagged = images.filter(hasTag).length;
    return ok({ tagged, dangling: images.length - tagged });
  });
}

const hasTag = (image: JsonObject): boolean =>
  (arrayAt(image, 'RepoTags') ?? []).some((tag) => typeof tag === 'string' && tag !== '' && tag !== noTag);
