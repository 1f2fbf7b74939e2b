"""Phrases of a heading's rows that tell what a row is, whatever stands beside it."""

import re

from articles.parsing.typography.lines import HAN

# 小雪节气来临, …启动仪式上, 在企业帮扶下, 断粮第五天: says when, over what happened then
TIMED = re.compile(
    "(?:之后|之际|在即|将至|来临|前夕|声中|途中|周年|首日|揭晓|结果公布)$"
    "|[^最以]后$|第[一二三四五六七八九十\\d]{1,3}[天日夜]$|(?:大会|会议|仪式|现场|活动)上$"
    "|在[^，]{3,}[下里中]$|[院家村园店营]里$"
)
NUMBERED = re.compile("[〇零一二两三四五六七八九十百千万亿\\d]{2}")
# 满意率提升到97.2%: how much it came to
RESULT = re.compile(
    f"[{HAN}]{{2,8}}(?:达|提升|增长|下降|降|升|提高|超|突破|压减|缩短)[到至过]?"
    f"[0-9][0-9.]{{0,6}}[{HAN}%]{{0,4}}"
)
TITLE = re.compile("的“[^”]{2,8}”$")  # 盲人推拿师的“光明”: what a piece is called
SPEAKER = re.compile(f"[{HAN}]{{2,7}}[：:][^：:]{{4}}")  # 医生：每天户外两小时最管用
FROM_TO = re.compile("从[^，。]{2,8}到[^，。]{2,8}$")  # 从一棵苗到一条链
