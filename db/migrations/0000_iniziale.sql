CREATE TABLE `attivita` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`data` text NOT NULL,
	`area` text NOT NULL,
	`titolo` text,
	`ore` real,
	`operatori` integer,
	`volontari` integer,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attivita_struttura_data` ON `attivita` (`struttura_id`,`data`);--> statement-breakpoint
CREATE TABLE `attivita_ospiti` (
	`attivita_id` text NOT NULL,
	`ospite_id` text NOT NULL,
	PRIMARY KEY(`attivita_id`, `ospite_id`),
	FOREIGN KEY (`attivita_id`) REFERENCES `attivita`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attivita_ospiti_ospite` ON `attivita_ospiti` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `incontri` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`data` text NOT NULL,
	`servizio` text NOT NULL,
	`modalita` text NOT NULL,
	`accompagnamento` integer,
	`oggetto` text,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incontri_struttura_data` ON `incontri` (`struttura_id`,`data`);--> statement-breakpoint
CREATE TABLE `incontri_ospiti` (
	`incontro_id` text NOT NULL,
	`ospite_id` text NOT NULL,
	PRIMARY KEY(`incontro_id`, `ospite_id`),
	FOREIGN KEY (`incontro_id`) REFERENCES `incontri`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incontri_ospiti_ospite` ON `incontri_ospiti` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `misure` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`misura` text NOT NULL,
	`dal` text NOT NULL,
	`al` text,
	`autorita` text,
	`fine_pena` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `misure_ospite` ON `misure` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `segnalazioni` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`data` text NOT NULL,
	`servizio_inviante` text,
	`regione` text,
	`sesso` text,
	`cittadinanza` text,
	`colloquio_data` text,
	`colloquio_luogo` text,
	`esito` text,
	`motivo_diniego` text,
	`struttura_id` text,
	`data_esito` text,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `segnalazioni_data` ON `segnalazioni` (`data`);--> statement-breakpoint
CREATE TABLE `visite` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`struttura_id` text NOT NULL,
	`data` text NOT NULL,
	`tipo` text NOT NULL,
	`luogo` text,
	`accompagnamento` integer,
	`esito` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visite_struttura_data` ON `visite` (`struttura_id`,`data`);--> statement-breakpoint
CREATE INDEX `visite_ospite` ON `visite` (`ospite_id`);--> statement-breakpoint
CREATE TABLE `assegnazioni` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ingresso_id` text NOT NULL,
	`dal` text NOT NULL,
	`modulo_id` text NOT NULL,
	FOREIGN KEY (`ingresso_id`) REFERENCES `ingressi`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`modulo_id`) REFERENCES `moduli`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assegnazioni_ingresso` ON `assegnazioni` (`ingresso_id`);--> statement-breakpoint
CREATE TABLE `ingressi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ospite_id` text NOT NULL,
	`struttura_id` text NOT NULL,
	`data_ingresso` text NOT NULL,
	`tipo_ingresso` text,
	`utenza` text,
	`servizio_inviante` text,
	`ente_pagante` text,
	`stato_civile` text,
	`figli_minori` text,
	`istruzione` text,
	`occupazione` text,
	`provenienza` text,
	`carcerazioni` text,
	`hiv` text,
	`hcv` text,
	`invalidita` text,
	`dipendenza` text,
	`sostanze_primarie` text,
	`sostanze_secondarie` text,
	`data_dimissione` text,
	`esito` text,
	`destinazione` text,
	`data_relazione` text,
	`genitore_id` text,
	FOREIGN KEY (`ospite_id`) REFERENCES `ospiti`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ingressi_ordine" CHECK("ingressi"."data_dimissione" is null or "ingressi"."data_dimissione" >= "ingressi"."data_ingresso")
);
--> statement-breakpoint
CREATE INDEX `ingressi_ospite` ON `ingressi` (`ospite_id`);--> statement-breakpoint
CREATE INDEX `ingressi_struttura` ON `ingressi` (`struttura_id`,`data_ingresso`);--> statement-breakpoint
CREATE INDEX `ingressi_dimissione` ON `ingressi` (`data_dimissione`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`nome` text NOT NULL,
	`ruolo` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `corrispondenti` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ruolo` text NOT NULL,
	`nome` text NOT NULL,
	`firma` text NOT NULL,
	`sigillo` text NOT NULL,
	`strutture` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `impostazioni` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`valore` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `riferimenti` (
	`foglio` text NOT NULL,
	`chiave` text NOT NULL,
	`riga_id` text NOT NULL,
	PRIMARY KEY(`foglio`, `chiave`)
);
--> statement-breakpoint
CREATE TABLE `segreti` (
	`id` text PRIMARY KEY NOT NULL,
	`valore` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mesi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`mese` text NOT NULL,
	`stato` text NOT NULL,
	`revisione` integer NOT NULL,
	`mancanti` integer DEFAULT 0 NOT NULL,
	`motivo` text,
	`closed_at_ms` integer,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mesi_struttura_mese` ON `mesi` (`struttura_id`,`mese`);--> statement-breakpoint
CREATE TABLE `pacchi` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`verso` text NOT NULL,
	`struttura_codice` text NOT NULL,
	`mese` text NOT NULL,
	`revisione` integer NOT NULL,
	`numero` integer NOT NULL,
	`impronta` text NOT NULL,
	`precedente` text,
	`sha256` text NOT NULL,
	`nome_file` text NOT NULL,
	`firmatario` text NOT NULL,
	`stato` text NOT NULL,
	`conteggi` text,
	`avvisi` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pacchi_impronta` ON `pacchi` (`verso`,`impronta`);--> statement-breakpoint
CREATE INDEX `pacchi_struttura` ON `pacchi` (`struttura_codice`,`mese`,`revisione`);--> statement-breakpoint
CREATE TABLE `pacchi_file` (
	`pacco_id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`pacco_id`) REFERENCES `pacchi`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ospiti` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`persona_id` text NOT NULL,
	`cognome` text NOT NULL,
	`nome` text NOT NULL,
	`chiave_nome` text NOT NULL,
	`sesso` text NOT NULL,
	`data_nascita` text NOT NULL,
	`luogo_nascita` text,
	`cittadinanza` text,
	`codice_fiscale` text,
	`tipo_identificativo` text
);
--> statement-breakpoint
CREATE INDEX `ospiti_persona` ON `ospiti` (`persona_id`);--> statement-breakpoint
CREATE INDEX `ospiti_cf` ON `ospiti` (`codice_fiscale`);--> statement-breakpoint
CREATE INDEX `ospiti_nome` ON `ospiti` (`chiave_nome`,`data_nascita`);--> statement-breakpoint
CREATE INDEX `ospiti_nascita` ON `ospiti` (`data_nascita`);--> statement-breakpoint
CREATE TABLE `codici` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`etichetta` text NOT NULL,
	`presente` integer NOT NULL,
	`pagata` integer NOT NULL,
	`occupa_posto` integer NOT NULL,
	`ordine` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `presenze` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`ingresso_id` text NOT NULL,
	`mese` text NOT NULL,
	`codici` text NOT NULL,
	FOREIGN KEY (`ingresso_id`) REFERENCES `ingressi`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "presenze_31" CHECK(length("presenze"."codici") = 31)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `presenze_ingresso_mese` ON `presenze` (`ingresso_id`,`mese`);--> statement-breakpoint
CREATE INDEX `presenze_mese` ON `presenze` (`mese`);--> statement-breakpoint
CREATE TABLE `registro` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at_ms` integer NOT NULL,
	`account_id` text,
	`utente` text NOT NULL,
	`dispositivo` text NOT NULL,
	`azione` text NOT NULL,
	`struttura` text,
	`mese` text,
	`nota` text,
	`numero_righe` integer NOT NULL,
	`righe` blob,
	`precedente` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `registro_mese` ON `registro` (`struttura`,`mese`);--> statement-breakpoint
CREATE TABLE `moduli` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`struttura_id` text NOT NULL,
	`codice` text NOT NULL,
	`nome` text NOT NULL,
	`tipologia` text NOT NULL,
	`conta` text DEFAULT 'adulti' NOT NULL,
	FOREIGN KEY (`struttura_id`) REFERENCES `strutture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moduli_codice` ON `moduli` (`codice`);--> statement-breakpoint
CREATE INDEX `moduli_struttura` ON `moduli` (`struttura_id`);--> statement-breakpoint
CREATE TABLE `posti` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`modulo_id` text NOT NULL,
	`valido_dal` text NOT NULL,
	`valido_al` text,
	`accreditati` integer NOT NULL,
	`disponibili` integer NOT NULL,
	FOREIGN KEY (`modulo_id`) REFERENCES `moduli`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posti_modulo` ON `posti` (`modulo_id`);--> statement-breakpoint
CREATE TABLE `strutture` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`dispositivo` text NOT NULL,
	`voce` integer NOT NULL,
	`versione` integer DEFAULT 0 NOT NULL,
	`deleted_at_ms` integer,
	`codice` text NOT NULL,
	`nome` text NOT NULL,
	`tipo` text NOT NULL,
	`utenza` text,
	`ats` text,
	`comune` text,
	`provincia` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `strutture_codice` ON `strutture` (`codice`);--> statement-breakpoint
CREATE TRIGGER `registro_no_update` BEFORE UPDATE ON `registro` BEGIN SELECT RAISE(ABORT, 'registro: append-only'); END;--> statement-breakpoint
CREATE TRIGGER `registro_no_delete` BEFORE DELETE ON `registro` BEGIN SELECT RAISE(ABORT, 'registro: append-only'); END;
