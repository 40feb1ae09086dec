ALTER TABLE `accounts` ADD `attivo` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `scadenza` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `ultimo_accesso_ms` integer;