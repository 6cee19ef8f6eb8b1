#!/bin/sh
# Makes .env beside docker-compose.yml from env.example, with a random password wherever one is asked for.
# Never touches an .env that is there.
set -eu
cd "$(dirname "$0")/.."
if [ -e .env ]; then
  echo '.env bestaat al; er is niets gewijzigd.' >&2
  exit 1
fi
umask 077
while IFS= read -r line; do
  case $line in
    *_PASSWORD=) line=$line$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n') ;;
  esac
  printf '%s\n' "$line"
done < deploy/env.example > .env.new
mv .env.new .env
echo '.env is gemaakt, met een eigen wachtwoord voor elke dienst. Bewaar het bestand goed en zet het niet in git.'
