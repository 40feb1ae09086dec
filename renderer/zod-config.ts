import { z } from 'zod';

// Imported before every schema: the content security policy forbids code made at run time.
z.config({ jitless: true });
