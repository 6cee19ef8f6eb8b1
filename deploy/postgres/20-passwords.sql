-- Gives each role the password of the environment. Repeatable: that is how a password is changed.

\getenv fetcher GIDS_FETCHER_DATABASE_PASSWORD
\getenv mapper GIDS_MAPPER_DATABASE_PASSWORD
\getenv deduplicator GIDS_DEDUPLICATOR_DATABASE_PASSWORD
\getenv publisher GIDS_PUBLISHER_DATABASE_PASSWORD
\getenv notifier GIDS_NOTIFIER_DATABASE_PASSWORD
\getenv gateway GIDS_GATEWAY_DATABASE_PASSWORD

ALTER ROLE gids_fetcher PASSWORD :'fetcher';
ALTER ROLE gids_mapper PASSWORD :'mapper';
ALTER ROLE gids_deduplicator PASSWORD :'deduplicator';
ALTER ROLE gids_publisher PASSWORD :'publisher';
ALTER ROLE gids_notifier PASSWORD :'notifier';
ALTER ROLE gids_gateway PASSWORD :'gateway';
