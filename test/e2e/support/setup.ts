import { afterAll, afterEach } from 'vitest';
import { undoAll } from './lifetime.ts';

afterEach(() => undoAll('test'));
afterAll(() => undoAll('file'));
