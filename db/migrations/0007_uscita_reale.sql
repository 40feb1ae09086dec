ALTER TABLE `assenze` ADD `confermata` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `assenze` ADD `uscita_prevista` text;--> statement-breakpoint
ALTER TABLE `assenze` ADD `ora_uscita_prevista` text;