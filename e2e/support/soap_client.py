"""Calls the functions of the WSDL with zeep, a SOAP client that shares no code with us.

Reads {"wsdl", "token", "port", "calls": [{"operation", "arguments"}]} from standard input, and writes one
{"result"} or {"fault": {"message", "detail", "fields"}} per call. An argument of {"nil": true} is sent as xsi:nil.
"""

import json
import sys

from requests import Session
from zeep import Client, xsd
from zeep.exceptions import Fault
from zeep.helpers import serialize_object
from zeep.transports import Transport


def local_name(element):
    return element.tag.split("}")[-1]


def argument(value):
    return xsd.Nil if value == {"nil": True} else value


def told(fault):
    detail = fault.detail[0] if fault.detail is not None and len(fault.detail) else None
    fields = [] if detail is None else [field.findtext("{*}Veld") for field in detail.findall("{*}Fout")]
    return {"message": fault.message, "detail": None if detail is None else local_name(detail), "fields": fields}


def call(service, operation, arguments):
    try:
        result = getattr(service, operation)(**{name: argument(value) for name, value in arguments.items()})
        return {"result": serialize_object(result, dict)}
    except Fault as fault:
        return {"fault": told(fault)}


def main():
    asked = json.load(sys.stdin)
    session = Session()
    session.headers["Authorization"] = "Bearer " + asked["token"]
    service = Client(asked["wsdl"], transport=Transport(session=session)).bind("GidsImport", asked["port"])
    json.dump([call(service, one["operation"], one["arguments"]) for one in asked["calls"]], sys.stdout)


main()
