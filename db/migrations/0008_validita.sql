CREATE TABLE `letture_diario_righe` (
	`account_id` text NOT NULL,
	`riga_id` text NOT NULL,
	PRIMARY KEY(`account_id`, `riga_id`),
	FOREIGN KEY (`riga_id`) REFERENCES `diario`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `attivita` ADD `nomi_operatori` text;--> statement-breakpoint
ALTER TABLE `attivita` ADD `nomi_volontari` text;--> statement-breakpoint
ALTER TABLE `gruppi` ADD `nomi_operatori` text;--> statement-breakpoint
ALTER TABLE `gruppi` ADD `nomi_volontari` text;--> statement-breakpoint
ALTER TABLE `voci_lista` ADD `durata_massima_mesi` integer;--> statement-breakpoint
ALTER TABLE `voci_lista` ADD `durata_massima_giorni` integer;--> statement-breakpoint
ALTER TABLE `voci_lista` ADD `relazione_ogni_mesi` integer;--> statement-breakpoint
ALTER TABLE `moduli` ADD `dal` text;--> statement-breakpoint
ALTER TABLE `moduli` ADD `al` text;--> statement-breakpoint
ALTER TABLE `strutture` ADD `indirizzo` text;--> statement-breakpoint
ALTER TABLE `strutture` ADD `cap` text;--> statement-breakpoint
ALTER TABLE `strutture` ADD `telefono` text;--> statement-breakpoint
ALTER TABLE `strutture` ADD `dal` text;--> statement-breakpoint
ALTER TABLE `strutture` ADD `al` text;