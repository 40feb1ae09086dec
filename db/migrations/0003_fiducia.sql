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
--> statement-breakpoint
CREATE TABLE `depositi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`corrispondente_id` text NOT NULL,
	`recupero_id` text NOT NULL,
	`preparato_at_ms` integer NOT NULL,
	`sigillato` text NOT NULL,
	FOREIGN KEY (`corrispondente_id`) REFERENCES `corrispondenti`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `recuperi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`deposito` integer NOT NULL,
	`confermata_at_ms` integer
);
--> statement-breakpoint
CREATE TABLE `note_riservate` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`data` text NOT NULL,
	`testo` text NOT NULL,
	`autore` text NOT NULL,
	`ruoli` text NOT NULL,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `note_riservate_ospite` ON `note_riservate` (`ospite_id`,`data`);--> statement-breakpoint
CREATE TABLE `oscuramenti` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`sezione` text NOT NULL,
	`ruoli` text NOT NULL,
	`motivo` text NOT NULL,
	`dal` text NOT NULL,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `oscuramenti_ospite` ON `oscuramenti` (`ospite_id`);--> statement-breakpoint
ALTER TABLE `registro` ADD `ospite_id` text;--> statement-breakpoint
CREATE INDEX `registro_ospite` ON `registro` (`ospite_id`);--> statement-breakpoint
CREATE INDEX `registro_account` ON `registro` (`account_id`);--> statement-breakpoint
CREATE INDEX `registro_azione` ON `registro` (`azione`);--> statement-breakpoint
CREATE INDEX `registro_at` ON `registro` (`at_ms`);