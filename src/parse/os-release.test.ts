import { expect, it } from 'vitest';
import { ok } from '../model/reading.ts';
import { parseDistribution } from './os-release.ts';

const debian = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
`;

it.each([
  ['Debian', debian, 'debian 12'],
  ['Ubuntu', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\nVERSION_ID="14.04"\n', 'ubuntu 14.04'],
  ['CentOS, which quotes both', 'ID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"\n', 'centos 7'],
  ['openSUSE', 'ID="opensuse-leap"\nVERSION_ID="15.6"\n', 'opensuse-leap 15.6'],
  ['single quotes', "ID='alpine'\nVERSION_ID=3.20.0_alpha\n", 'alpine 3.20.0_alpha'],
  ['Debian sid, without a version', 'NAME="Debian GNU/Linux"\nID=debian\n', 'debian'],
  ['Arch', 'NAME="Arch Linux"\nID=arch\nBUILD_ID=rolling\n', 'arch'],
  ['an empty version', 'ID=arch\nVERSION_ID=""\n', 'arch'],
  ['carriage returns', 'ID=debian\r\nVERSION_ID="12"\r\n', 'debian 12'],
])('names %s', (_, text, name) => {
  expect(parseDistribution(text)).toEqual(ok(name));
});

it.each([
  ['no ID', 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nID_LIKE=debian\n'],
  ['an empty ID', 'ID=\nVERSION_ID="12"\n'],
  ['an ID of a megabyte', `ID=${'x'.repeat(1_000_000)}\n`],
  ['an ID with blanks', 'ID="debian linux"\n'],
  ['a version that ends in the middle', 'ID=debian\nVERSION_ID="1'],
])('finds %s malformed', (_, text) => {
  expect(parseDistribution(text)).toMatchObject({ kind: 'malformed' });
});
