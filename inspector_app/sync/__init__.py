"""Outbox sender, feed reader, resumable uploads, enrolment. The only room with requests."""
