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
