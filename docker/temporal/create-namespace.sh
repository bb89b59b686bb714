#!/bin/sh
# The namespace, unless it is there. The port opens before the server can answer, hence the wait.
set -eu

tries=0
until temporal operator cluster health; do
  tries=$((tries + 1))
  if [ "$tries" -ge 30 ]; then
    echo "Temporal at $TEMPORAL_ADDRESS did not become healthy" >&2
    exit 1
  fi
  sleep 2
done
temporal operator namespace describe --namespace "$NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$NAMESPACE" --retention "$RETENTION"

# What operators filter workflows by. Creating one that exists is an error, so only what is missing is created.
known=$(temporal operator search-attribute list --namespace "$NAMESPACE")
for name in cuibaoPlan cuibaoPeriod cuibaoUnit; do
  case "$known" in
    *"$name"*) ;;
    *) temporal operator search-attribute create --namespace "$NAMESPACE" --name "$name" --type Keyword ;;
  esac
done
