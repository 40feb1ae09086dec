CREATE TABLE `contatti` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`legame` text NOT NULL,
	`nome` text NOT NULL,
	`telefono` text,
	`riservato` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contatti_ospite` ON `contatti` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `contatti_riservati` (
	`contatto_id` text PRIMARY KEY NOT NULL,
	`dati` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`contatto_id`) REFERENCES `contatti`(`id`) ON UPDATE no action ON DELETE no action
);
