# The service in a container: the package as script/pacchetto makes it, on Debian's Pango, with nothing else.
ARG BASE=python:3.13-slim-trixie

FROM ${BASE} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/pip \
    PYTHON=python script/pacchetto \
 && python -m venv --without-pip /opt/docservice \
 && python -m pip --python /opt/docservice/bin/python install --no-index --find-links dist docservice

FROM ${BASE}
COPY script/pacchetti-debian /tmp/
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive xargs apt-get install -y -qq --no-install-recommends < /tmp/pacchetti-debian \
 && rm -rf /var/lib/apt/lists/* /tmp/pacchetti-debian
COPY --from=build /opt/docservice /opt/docservice
# the file system may be read-only but for /tmp: modules are compiled already, fontconfig keeps its cache there
ENV PATH=/opt/docservice/bin:$PATH PYTHONDONTWRITEBYTECODE=1 XDG_CACHE_HOME=/tmp
# by number, so that an orchestrator can tell it is not root
RUN install -d -o 10001 -g 10001 /var/lib/docservice /certificati
ENV DOCSERVICE_DATI=/var/lib/docservice
USER 10001:10001
EXPOSE 8000
# no curl in the image
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/rest/accordi/v1/status', timeout=9)"]
CMD ["docservice", "serve", "--indirizzo", "0.0.0.0"]
