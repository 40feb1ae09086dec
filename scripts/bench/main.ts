import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gemelli } from './archivi.ts';
import { makeDieciAnni } from './dati.ts';
import { confrontaReport, confrontaReportInChiaro } from './report.ts';
import { formatTavola } from './tavola.ts';
const l = mkdtempSync(join(tmpdir(), 'approdo-bench-'));
try { const d = await makeDieciAnni(l); const g = await gemelli(d, l); console.log(formatTavola([...(await confrontaReport(d, 31)), ...(await confrontaReportInChiaro(g.cifrato, g.inChiaro, 31))])); } finally { rmSync(l, { recursive: true, force: true }); }
