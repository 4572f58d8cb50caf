import { ok } from '../base/result';
import { buildSampleArchive } from '../fixtures/sample-archive';
import { serve } from './serve';

serve(globalThis, {
  async buildSample() {
    const output = await buildSampleArchive();
    return ok({ output, transfer: [output.buffer] });
  },
});
