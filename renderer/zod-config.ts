import { z } from 'zod';

// Before every schema: the content security policy forbids code made at run time.
z.config({ jitless: true });
