CREATE TABLE `codici_ospiti` (
	`ospite_id` text PRIMARY KEY NOT NULL,
	`codice` text NOT NULL,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `codici_ospiti_codice` ON `codici_ospiti` (`codice`);--> statement-breakpoint
CREATE TABLE `copie_consegnate` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`data` text NOT NULL,
	`richiedente` text NOT NULL,
	`titolo` text NOT NULL,
	`formato` text NOT NULL,
	`consegnata_da` text NOT NULL,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `copie_consegnate_ospite` ON `copie_consegnate` (`ospite_id`,`data`);--> statement-breakpoint
CREATE TABLE `identita_riservate` (
	`ospite_id` text PRIMARY KEY NOT NULL,
	`dati` text NOT NULL,
	`ruoli` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
