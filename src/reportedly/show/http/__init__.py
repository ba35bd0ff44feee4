"""The server: one ASGI application with the pages, the API, the feeds and the stream of changes.

request --guard--> known host, size, rate        refused here, with a reason, before anything is looked up
  --access--> who asks, and in which role        session or token; without users: a reader, on this machine only
    --newsroom--> coverage, briefs, pages        folded once, kept until an entry touches an article of theirs
      --web | api--> a page or JSON              words of articles only ever as text
"""
