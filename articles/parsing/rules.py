"""One paper's house style as data: the words by which its pages are read, and input limits."""

from dataclasses import dataclass, field


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused before any reading. Sizes in bytes and characters."""

    max_bytes: int = 16 * 1024 * 1024
    max_lines: int = 2_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """The words of a house. Make it once: its patterns are cached for this very object."""

    # Opening a story: 本报讯（记者…）
    desk_sources: tuple[str, ...] = _words(
        "本报讯 本网讯 本台讯 本刊讯 本社讯 本报消息 通讯员报道 综合消息 综合讯 本報訊"
    )
    # What another paper calls itself before 讯（记者…）: 晚报讯, 云麓日报讯
    house_ends: tuple[str, ...] = _words("报 网 台 社 刊 融媒 客户端")
    # Opening a story with a place and a date between: 新华社北京4月20日电
    agencies: tuple[str, ...] = _words(
        "本报 新华社 新华网 中新社 中新网 人民网 央视新闻 中央社 光明网 科技日报 "
        "人民日报 经济日报 法新社 路透社 美联社"
    )
    dateline_ends: tuple[str, ...] = _words("电 讯 专电 消息")
    reporter_words: tuple[str, ...] = _words("记者 記者")
    # Before 记者, and no name there: 实习记者 张三
    ranks: tuple[str, ...] = _words(
        "首席 见习 实习 资深 高级 主任 全媒体 融媒体 融媒 指导 签约 特约 特派 特邀 驻站 "
        "本报 本刊 本台 晚报 学生 校园 校报 前方"
    )
    # With which a house signs a text in a row of its own: 本报记者张三李四
    house_roles: tuple[str, ...] = _words("本报记者 本报通讯员 本报特约记者 本报特派记者")
    correspondent_words: tuple[str, ...] = _words("通讯员 通訊員")
    author_words: tuple[str, ...] = _words(
        "实习生 撰稿 撰文 作者 文字 口述 讲述 整理 评论员 报道组 供稿 指导老师 指导教师 辅导老师 "
        "视频 摄像 文"
    )
    # Before whom a paper talked to, above the headline: 访市疾控中心主任医师 张三
    interview_openings: tuple[str, ...] = _words("访 专访 独家专访 对话 对谈")
    # Who writes without being of the paper; a name follows: 读者 张三
    writers: tuple[str, ...] = _words(
        "评论员 读者 市民 居民 村民 网友 学生 家长 职工 家属 指导老师 指导教师 辅导老师 "
        "医师 医生 药师 护士 护士长 教师 教授 律师 营养师"
    )
    # The same of who holds an office, with a space before the name: 市长 张三
    offices: tuple[str, ...] = _words(
        "市长 县长 区长 镇长 乡长 书记 主任 局长 院长 校长 会长 主席 董事长 总经理 所长 站长 "
        "社长 馆长"
    )
    # Whose holder is named on the next row: 市图书馆 / 馆长张三…
    institution_ends: tuple[str, ...] = _words(
        "院 局 委 社 校 厂 所 站 馆 公司 集团 中心 协会 学会"
    )
    photographer_words: tuple[str, ...] = _words(
        "摄影报道 摄影 摄 航拍 供图 图片 图 制图 绘图 提供 发 视频截图 资料图片 资料图"
    )
    # Who takes pictures, always before the name: 签约摄影师 张三
    photographers: tuple[str, ...] = _words("摄影师")
    # Words that end like a credit, and name nobody: 未来蓝图, 方言拍摄
    figures: tuple[str, ...] = _words(
        "蓝图 宏图 地图 版图 意图 企图 试图 力图 构图 拼图 插图 美图 截图 线图 工图 果图 势图 "
        "拍摄 航摄"
    )
    # Who sells pictures, behind who took one: 张三摄（影像中国）
    picture_agencies: tuple[str, ...] = _words(
        "人民视觉 人民图片 影像中国 视觉中国 光明图片 中新图片 新华社 中新社 新华网 人民网 "
        "资料图片 资料图 CFP 东方IC"
    )
    # In the place of a name, but no name.
    nobody: tuple[str, ...] = _words(
        "受访者 资料 网络 本报 图片 无人机 采访对象 供图单位 活动方 主办方 "
        "市民 读者 网友 家属 本人 警方 校方 院方"
    )
    # A unit signs instead of a person.
    collective_ends: tuple[str, ...] = _words(
        "工会 团委 党委 党支部 教研室 教研组 项目部 车间 分公司 培训中心 教培中心 技术推广中心 "
        "疾控中心 报道组 通讯组 融媒体中心 信息中心 宣传部 市委办 县委办 区委办 政府办 办公室 "
        "工作室 编辑部 通讯社 评论员 记者组 编辑组 课题组 调研组 写作组 编写组 采访组"
    )
    # Such a unit alone between a title and a text: 县委党校课题组
    author_groups: tuple[str, ...] = _words("课题组 调研组 写作组 编写组 采访组 报道组")
    # What may follow the names of a byline and names nobody: 记者 张三 报道
    reporting_words: tuple[str, ...] = _words("参与采写 参与报道 综合报道 报道 采写 综合 编译 辑")
    # Alone on a line where a byline stands.
    anonymous_bylines: tuple[str, ...] = _words(
        "本报记者 本报记者组 本报评论员 本报特约评论员 本报编辑部 本报综合报道 本报综合 综合报道 "
        "本报综合消息 本刊编辑部 本报编者 本刊编者 新华社评论员 人民日报评论员 经济日报评论员 "
        "新华社特稿 新华社微特稿"
    )
    # Where an author comes from: 温县一中 张三
    unit_ends: str = "中校学院村局县市镇乡区司行团会厂队站所办室部处班社馆场矿科段组"
    # Characters that open Chinese family names; a bare bracket （张三） is a byline only with one.
    surnames: str = (
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
        "鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
        "和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
        "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚"
        "程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁"
        "仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党"
        "翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎"
        "戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜"
        "养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦商牟佘佴伯赏墨哈"
        "谯笪年爱阳佟言福代肖付亓代覃苑苟占英仝门揭冼禤区尧麦么祖操党信青逄苏茆衣由原盘智战仵油初谌丘迟邝"
        "粟漆侬庹钭綦郄邸卿芦朴丛"
    )
    double_surnames: tuple[str, ...] = _words(
        "欧阳 司马 上官 诸葛 司徒 夏侯 皇甫 尉迟 公孙 令狐 慕容 东方 宇文 长孙 端木 南宫 轩辕 闻人 "
        "独孤 呼延 申屠 澹台 淳于 单于 太史 钟离 鲜于 闾丘 万俟 赫连 濮阳 公羊 公冶 宗政 仲孙 西门 "
        "东郭 南门 东门 百里 谷梁 拓跋 夹谷 宰父 亓官 司寇 司空 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 "
        "公良 左丘 梁丘 叔孙 羊舌 微生 第五 太叔 段干 仲长"
    )
    # Family names that hardly anybody bears as a given name: 李明 巴明星, not 李明巴 明星.
    never_given: str = (
        "赵钱孙吴郑冯陈蒋沈韩朱秦许吕曹魏谢邹窦潘葛彭郎鲁韦袁鲍廉岑薛倪汤滕殷罗郝邬傅卞齐顾穆萧"
        "姚邵汪祁毛狄臧戴宋庞项董梁杜阮席贾娄郭刁钟徐邱骆蔡田樊胡霍虞柯管卢莫房裘缪丁邓郁杭崔钮龚"
        "邢裴陆荀甄曲靳糜段巫焦巴侯班仇甘刘詹束司薄印蒲邰赖蔺屠池谭姬雍桑濮牛扈"
        "冀浦温庄柴瞿阎习廖耿匡寇阙巩聂晁敖冷訾简沙鞠关查游竺盖岳缑况郈有佘牟佴哈谯"
    )
    english_openings: tuple[str, ...] = _words("By BY")
    # In brackets after the last word, instead of a name.
    ending_words: tuple[str, ...] = _words(
        "综合 本报综合 综合报道 据新华社 新华社 新华社特稿 新华社微特稿 完 未完待续 待续"
    )
    # And how a note on the source begins there: （据《云麓日报》）
    ending_openings: tuple[str, ...] = _words(
        "据 根据 报料人 线索来自 线索提供 作者单位 作者系 作者为 来源 转自 摘自 原载 综合 以上 "
        "本文 此文 本栏"
    )
    # Alone in a row below a text, before a paper's or a book's name: 摘自《科学生活》
    taken_from: tuple[str, ...] = _words("摘自 转自 原载 选自 来源：")
    byline_marks: str = "□■○●◎◇◆▲△▶★☆⊙◉❖✎\ufffd"
    item_marks: str = "●◆▲■★◎○◇△□▶"
    staff_words: tuple[str, ...] = _words(
        "责任编辑 执行编辑 值班编辑 值班主任 值班编委 值班总编 本版编辑 本版责编 见习编辑 首席编辑 "
        "美术编辑 视觉编辑 图片编辑 责编 编辑 美编 版式设计 版式 组版 排版 制版 照排 责任校对 校对 "
        "审读 审校 终审 统筹 策划 主编 总编 编审 二审 三审 一审 设计 监制 组稿 版面设计 版面 "
        "执行主编 值班主编 版式编辑 责任版式 视觉 值班副总编 副总编 一校 二校 三校"
    )
    # Stamped over a proof, alone in its row.
    proof_stamps: tuple[str, ...] = _words(
        "样报 样张 样刊 校样 清样 大样 小样 终样 已审 已校 已阅 待审 付印 付印样 付印清样 "
        "校对样 一校样 二校样 三校样 内部校样 试刷样 作废 SAMPLE PROOF DRAFT"
    )
    # Of the printer's line at a sheet's edge: the colours of its plates.
    plate_marks: tuple[str, ...] = _words("CMYK")
    contact_words: tuple[str, ...] = _words(
        "新闻热线 热线电话 投稿邮箱 电子邮箱 邮箱 信箱 热线 电话 传真 地址 邮编 广告热线 "
        "发行热线 网址 E-mail E－mail Email QQ 微信号 国内统一连续出版物号 国内统一刊号 "
        "邮发代号 总第 总编室 广告部 发行部 专刊部 群工部"
    )
    # How the row of a notice begins that says whom to ask.
    contact_openings: tuple[str, ...] = _words(
        "联系人： 认领地址： 联系人及电话： 联系电话： 联系方式： 咨询电话： 报名电话： 投诉电话："
    )
    paper_ends: tuple[str, ...] = _words(
        "日报 晚报 晨报 早报 今报 快报 时报 都市报 商报 周报 周刊 导报 新报 法制报 青年报 "
        "农民报 工人报 教育报 广播电视报 消费报 晚刊 周末 校报 院报"
    )
    latin_paper_ends: tuple[str, ...] = _words("DAILY NEWS TIMES POST WEEKLY HERALD EVENING")
    # A short name that ends in 报 is a paper's beside its date, but for these.
    reports: tuple[str, ...] = _words(
        "预报 通报 简报 海报 情报 汇报 捷报 喜报 举报 申报 播报 战报 墙报 电报 警报 公报 上报 回报"
    )
    publisher_ends: tuple[str, ...] = _words("主管 主办 主管主办 主办单位 出版")
    # What pages are called: at a page's top no headline.
    sections: tuple[str, ...] = _words(
        "要闻 综合 时政 时事 本地 社会 民生 城事 都市 县域 乡村 三农 农业 经济 财经 产业 "
        "房产 汽车 金融 教育 校园 科技 科教 健康 卫生 医药 法治 法制 政法 军事 军营 国内 "
        "国际 天下 环球 体育 文体 娱乐 文化 文艺 文苑 副刊 读书 阅读 旅游 生活 消费 美食 "
        "影像 摄影 图片 视觉 专版 专题 专刊 特刊 特别报道 深度 调查 观点 评论 言论 时评 "
        "理论 思想 对话 访谈 人物 党建 读者来信 来信 公示 广告 公告 信息"
    )
    # Of a page's name alone: 企业之声
    voices: tuple[str, ...] = _words("之声 之窗 之友 天地 园地 视窗 纵横 写真 博览 大观")
    section_ends: tuple[str, ...] = _words("新闻 周刊 专刊 在线 纪事 天地 广场 版")
    weather_openings: tuple[str, ...] = _words("今日天气 天气预报 今天天气 明日天气 天气：")
    jump_words: tuple[str, ...] = _words(
        "下转 上接 紧接 转接 接第 转第 紧转 相关报道见 相关报道详见 详见 全文见 报道见"
    )
    columns: tuple[str, ...] = _words(
        "图片新闻 新闻图片 简讯 短讯 一句话新闻 快讯 要闻简报 新闻速递 要闻速递 要闻速览 新闻速览 "
        "新闻集纳 要闻集纳 简明新闻 新闻简报 微播报 微新闻 新闻快递 信息快递 一周要闻 连载小说 "
        "小说连载 长篇连载 长篇小说连载 开栏的话 编者按 编后 短评 链接 相关链接 新闻链接 延伸阅读 "
        "小贴士 温馨提示 今日导读 导读 内容提要 新闻提要 天气预报 社会广角 图说新闻 图说 记者手记 "
        "采访手记 评论员文章 今日时评"
    )
    # Of these the title stands over a picture.
    picture_columns: tuple[str, ...] = _words("图片新闻 新闻图片 图说新闻 图说")
    briefs_columns: tuple[str, ...] = _words(
        "简讯 短讯 快讯 短波 速览 快览 速递 集纳 一瞥 简报 微播报 微新闻 新闻快递 信息快递 "
        "一句话新闻 简明新闻 一周要闻"
    )
    index_columns: tuple[str, ...] = _words("今日导读 导读 内容提要 新闻提要")
    adverts: tuple[str, ...] = _words("公益广告 广告 形象广告 商业广告")
    note_openings: tuple[str, ...] = _words(
        "编者按 编后 开栏的话 链接 相关链接 新闻链接 延伸阅读 小贴士 温馨提示 短评 "
        "记者手记 采访手记"
    )
    # A note of the editors above the lead, inside the article.
    leading_notes: tuple[str, ...] = _words("编者按 编者的话 编前 开栏的话 开栏语")
    # Of the words of a jump, those that point back.
    jumps_back: tuple[str, ...] = _words("上接 紧接 接第 接A 续")
    # A list stands under them, which is no part of the story above.
    list_titles: tuple[str, ...] = _words("名单 一览表 时间表 日程表 排行榜 积分榜 开奖公告")
    # What a paper says of itself at a page's foot: 本报地址：…
    imprints: tuple[str, ...] = _words(
        "主办 主管 承办 协办 编印 主办单位 本报地址 本报社址 社址 本报法律顾问 法律顾问 "
        "零售价 零售每份 全年定价 月价 邮政编码 "
        "广告经营许可证 广告许可证 本报印刷 承印 印刷单位 本报网址 本报电话 本报邮箱"
    )
    notices: tuple[str, ...] = _words(
        "遗失声明 遗失启事 声明 公告 通知 通告 公示 启事 招聘启事 招聘 拍卖公告 "
        "鸣谢 致谢 答谢 招标公告 讣告 讣闻 注销公告 减资公告 寻人启事 寻亲公告 广告 "
        "倡议书 倡议 征稿启事 邀请函 感谢信 表扬信 慰问信 招生简章 "
        "催告函 房屋出租 门面出租 商铺出租 厂房出租 门面转让 店面转让 旺铺转让"
    )
    # Who gives a notice and stands under it.
    issuer_ends: tuple[str, ...] = _words(
        "公司 局 委员会 办公室 法院 检察院 银行 中心 小组 支行 分行 合作社 集团 学校 大学 "
        "医院 政府 管委会 联合社 信用社 事务所 指挥部 协会 大队 支队 编辑部 管理处 管理所 "
        "街道办事处 图书馆 博物馆 文化馆 中学 小学 学院 工会 团委 管理部 工程部 报社 州委 市委 县委"
    )
    no_offices: tuple[str, ...] = _words("骗局 结局 格局 布局 僵局 残局 开局 大局 全局 战局 败局")
    closings: tuple[str, ...] = _words("特此 谨此")  # the last words of a notice begin so
    # Who mourns, under an obituary: how such rows begin and end.
    kin: tuple[str, ...] = _words("子： 女： 妻： 夫： 长子： 长女： 儿子： 女儿： 孝子 孝男 孝女")
    mourned: tuple[str, ...] = _words("泣告 哀告 敬告 谨告 泣启 哀启 谨启 叩首")
    # What stands under the rows of a table.
    table_notes: tuple[str, ...] = _words(
        "单位：元 单位：万 单位：吨 单位：公斤 注： 备注： 说明： 数据来源"
    )
    # What a fact above a text is of: 报料人：张先生, 投诉内容：…
    fact_ends: tuple[str, ...] = _words("人 时间 地点 内容 对象 实录 事项 事由")
    # How a reader's letter begins.
    salutations: tuple[str, ...] = _words(
        "编辑同志 编辑部 编辑 记者同志 尊敬的读者 亲爱的读者 亲爱的朋友 各位读者"
    )
    letter_writers: tuple[str, ...] = _words("读者 市民 居民 村民 家长 职工 业主 住户 商户 乘客")
    answers: tuple[str, ...] = _words(  # below one, and notes below other texts
        "编后 编后语 编者注 编者附言 回复 答复 回音 记者追踪 记者手记 采访手记"
    )
    corrections: tuple[str, ...] = _words("更正 致歉 更正启事 更正说明 致读者")
    printed_words: tuple[str, ...] = _words("刊发 刊登 刊载 刊出 见报 报道")
    # How the name of a column ends that stands above its headlines: 民生观察
    column_ends: tuple[str, ...] = _words(
        "观察 广角 视点 聚焦 特写 传真 快报 之窗 专栏 系列 访谈 人物 风采 时评 论坛 关注 追踪 "
        "进行时 见闻 故事 走基层 面对面 大家谈 直通车 新风 速递 纪事 影像 记忆 走笔 印象 热线 调查 "
        "连载 手记 说法 论语 漫谈 茶座 信箱 回音 贴士 点评 快评 随笔 札记 夜话 来信 来论 社论 报道 "
        "支招 百家谈 杂谈 讲堂 课堂 问答 故事会 有约 留言板 随感 杂感 征文 照登 选登 摘登 来函 "
        "来鸿 漫笔 絮语 琐记 琐谈 闲话 闲谈 手札 笔谈 笔会 微评 锐评 短评 述评 时论 快语 掠影 剪影 "
        "采风 采撷 集锦 集萃 荟萃 撷英 拾零 拾遗 拾贝 拾趣 一瞥 一席谈 之声 园地 沙龙 会客厅 茶馆 "
        "茶坊 话吧 说吧 曝光台 监督台 钩沉 史话 群英谱 光荣榜 红黑榜 大家说 众议 七嘴八舌 说事 "
        "评弹 文苑 诗苑 艺苑 文萃 荐书 夜读 晨读 实录 零距离 备忘录 风物志 博览 短波 日记 诗会 "
        "第一课 献一计 人物志 编读往来 之言 小议 浅议 刍议 漫议 微言 管见 万里行"
    )
    # The same of a short row in which nobody does anything: 百姓话题
    rubric_ends: tuple[str, ...] = _words(
        "话题 讲述 口述 亲历 往事 旧事 旧闻 趣闻 呼声 副刊 小说 追忆 镜头 现场 直击 目击 档案 榜样 "
        "先锋 视角 视野 视线 万象 百态 天地 擂台 百科 热点 焦点 看点 求证 探秘 解码 心声 回声 特稿 "
        "深度 影评 书评"
    )
    # How a place ends that stands alone above a headline: 石桥镇
    place_ends: tuple[str, ...] = _words("县 区 市 镇 乡 街道 村 社区 农场 林场 开发区 园区")
    # How the line above a headline begins: an aim, an occasion, a slogan.
    kicker_openings: tuple[str, ...] = _words(
        "为 贯彻 落实 深入 学习 聚焦 围绕 坚持 践行 弘扬 迎接 喜迎 庆祝 纪念 打造 建设 "
        "推进 加强 提升 优化 强化 深化 传承 凝聚 争当 奋力 全力 着力 加快 构建 守护 "
        "不让 助力 服务 寻找 走近 连续 连日 深夜 历时 历经 时隔 穿越 跨越 奋战 辗转"
    )
    # And how it ends where it says who speaks, 市气象台提醒, or of what kind the piece is
    kicker_ends: tuple[str, ...] = _words(
        "强调 要求 指出 显示 研究部署 提醒 提示 呼吁 建言 建议 时说 时表示 时要求 时强调 发布 "
        "发布数据 研究发现 调查发现 记者发现 检查发现 检测发现 监测发现 暗访发现 走访发现 —— "
        "提醒您 预报 宣布 拍板 发起 热议 在行动 "
        "见闻 侧记 纪实 综述 掠影 巡礼 观察 扫描 透视 素描 速写 的一天 提出"
    )
    # A time at the head of a headline: 前三季度, 春节期间
    time_ends: tuple[str, ...] = _words("季度 半年 月份 期间 以来 假期 去年 今年 近日 昨日 今日")
    # A verb at a row's end that wants its event on the next row: 召开 / 工作会议
    held_verbs: tuple[str, ...] = _words("召开 举行 举办 落幕 闭幕 开幕")
    events: tuple[str, ...] = _words("会 会议 活动 仪式 赛 比赛 论坛 培训 晚会 演练")
    # Verbs that end no clause: what was given, won, found or made stands on the next row.
    object_verbs: tuple[str, ...] = _words(
        "授予 荣获 获评 摘得 夺得 捧 捧回 捧得 喜获 斩获 命名为 评为 誉为 募捐 募集 募得 筹得 "
        "筹集 适合 打造 走进 走向 走出 走近 迈向 迈入 迈上 步入 踏上 跻身 入选 成为 变成 变身 "
        "化身 带来 迎来 引来 送来 送上 送去 献上 递上 奏响 唱响 敲响 吹响 擦亮 点亮 照亮 绘就 "
        "绘出 织就 织密 筑牢 筑起 撑起 托起 扛起 挑起 架起 搭起 串起 撬动 注入 增添 创下 破获 "
        "抓获 查获 捣毁 获得 赢得 拿下 品味 探访 探寻 寻找 寻求 追寻 书写 谱写 续写 遭遇 遭受 "
        "面临 应对 避免 防止 杜绝 拒绝 增至 升至 降至 达到 高达 位居 位列 列入 纳入 视为 列为 "
        "作为 当作 发现 找到 捐出 拿出 开展 牵出 弥补 填补 造福 惠及 属于 给予 予以 加以 关于 "
        "围绕 针对 根据 以及 或者 从而 不仅 不但 因为 由于 除了 随着 为了"
    )
    # Verbs of who publishes what stands below, and what that may be: 发布 / 暴雪红色预警
    publishing: tuple[str, ...] = _words("发布 公布 印发 下发 出台 推出 发出")
    published: tuple[str, ...] = _words(
        "预警 预报 公告 通告 通知 通报 名单 报告 白皮书 蓝皮书 指南 办法 规定 措施 方案 条例 "
        "规划 意见 标准 数据 榜单 榜 指数 倡议 倡议书 消息 声明 清单 计划 细则 目录 信号 令"
    )
    # With which a clause goes on whose subject stands in the row above: 成为新税源
    head_verbs: tuple[str, ...] = _words(
        "打造 擦亮 点亮 照亮 成为 变成 变身 化身 告别 迎来 引来 送来 带来 送上 送去 走进 走出 "
        "走上 走向 走红 迈向 迈入 迈上 步入 踏上 登上 登顶 跃居 跻身 位居 位列 荣获 喜获 获得 "
        "获评 获批 获赠 摘得 夺得 夺冠 捧回 捧得 斩获 入选 当选 担任 领取 收到 接到 拿到 拿下 "
        "用上 住进 搬进 吃上 喝上 过上 穿上 装上 安上 戴上 当起 当上 念好 唱响 奏响 打响 吹响 "
        "敲响 拉动 带动 撬动 激活 盘活 破解 化解 打通 打破 突破 刷新 创下 创出 闯出 拓宽 铺就 "
        "绘就 织就 织密 筑牢 筑起 撑起 托起 扛起 挑起 架起 搭起 搭上 串起 牵出 牵手 携手 联手 "
        "助力 助推 赋能 守护 守住 守望 呵护 救下 救出 救回 救了 勇救 智擒 抓获 破获 捣毁 查获 "
        "查处 严惩 严查 开展 举办 举行 召开 开启 启用 上线 落户 落地 投用 投产 通车 开通 热议 "
        "点赞 盼望 期盼 要求 宣布 承诺 同意 拒绝 遭遇 面临 应对 没有 无法 难以 来了 有了 搬到 "
        "写在 见证 感受 造福 惠及 引发 走俏 俏销 畅销 排起 增至 升至 降至 达到 高达 超过 跌破 "
        "首破 创新高 回落 上涨 下跌 增长 下降 缩短 延长 何时 为何 缘何 如何 何以 能否 是否 升级 "
        "更名 改名 晋升 升格 令人 牵动 感动 巧解 巧用 巧借 妙用 智取 智破 力克 勇夺 严把 狠抓"
    )
    # Verbs by which a row is known as a clause, be it that they may name a thing elsewhere.
    clause_verbs: tuple[str, ...] = _words(
        "合龙 贯通 归来 回来 回归 返程 抵达 赴 发布 出台 推出 公布 启动 完成 结束 开始 推进 "
        "调研 考察 走访 慰问 检查 部署 审议 听取 传达 发生 出现 发现 突发 扑救 抢险 排队 堵路 "
        "拥堵 报警 报案 起诉 状告 受罚 被罚 落网 归案 认罪 道歉 退款 涨价 降价 提价 上调 下调 "
        "减产 增产 丰收 开学 开考 放榜 就职 上任 逝世 去世 病倒 昏倒 受伤 遇险 获救 脱险 走失 "
        "失联 迷路 出走 鏖战 险胜 完胜 惨败 逆转 出线 晋级 挺进 争夺 角逐 开战 打响 谢幕 收官 "
        "启幕 揭晓 揭幕 揭牌 挂牌 签约 签订 奠基 开工 竣工 完工 开业 开馆 开放 关闭 停办 搬家 "
        "搬走 搬迁 入住 改造完 捐款 捐献 捐赠 献血 献出 扎根 坚守 守候 等候 盼来 圆梦 过年 回家 "
        "回乡 返乡 进城 下乡 上山 入户 进校 唤醒 转型 转身 换新 变靓 见成效 有奔头 好转 变样"
    )
    # Verbs that may end a clause, or want an object on the next row: 联合检查 / 校园食品安全
    inspecting: tuple[str, ...] = _words(
        "检查 调研 考察 视察 督导 督查 督办 暗访 夜查 走访 慰问 看望 参观 探访 整治 "
        "严查 打击 查处 取缔 部署 安排"
    )
    # Who does something, where nothing is said of what: 九旬老党员
    persons: tuple[str, ...] = _words(
        "党员 学生 学子 毕业生 新生 教师 老师 医生 护士 老人 老汉 老兵 村民 市民 居民 农民 工人 "
        "职工 员工 民警 交警 辅警 警方 小伙 女子 男子 司机 乘客 业主 家长 孩子 少年 青年 "
        "志愿者 干部 村官 选手 小将 战士 官兵 军人 店主 老板 商户 游客 网友 专家 小哥 大妈 "
        "大爷 夫妻 夫妇 母亲 父亲 女孩 男孩 法官 群众 人民 人员 团队 部门 代表 委员"
    )
    head_adverbs: tuple[str, ...] = _words(
        "首次 再次 再度 屡次 首度 正式 全面 全部 全力 顺利 成功 圆满 即将 已经 仍在 依然 依旧 "
        "只需 只要 至少 累计 同比 环比 当场 当街 主动 自发 集体 冒雨 连夜 火速 紧急 悄悄 悄然 "
        "渐成 渐入 不再 不用 不得 不能 不让 不忘 从未 未能 终于 竟然 居然 究竟 到底 一定 必须 "
        "应当 用心 用爱 用情 向读者 今起 昨起 明起"
    )
    # What may stand as a kicker over what happened there.
    occasions: tuple[str, ...] = _words(
        "锦标赛 联赛 邀请赛 公开赛 挑战赛 冠军赛 争霸赛 巡回赛 大赛 比赛 马拉松 世界杯 亚运会 "
        "奥运会 全运会 运动会 博览会 论坛 艺术节 文化节 音乐节 晚会"
    )
    # How a clause goes on whose subject stands in the row above.
    clause_followers: tuple[str, ...] = _words(
        "惠及 达 计划 将 获 已 有望 可 覆盖 涉及 受益 缓解 破解 方便 带动 推动 促进 "
        "实现 并 累计 总投资 预计 成为 让 使 迎来 吸引 引来 突破 超 逾 共 助 增长 开启 "
        "迈 再 均 全部 今起 昨起 明起 今日起 即日起 下月起 变身 上线 落地 亮相 入选 获评 投用 开通 "
        "建成 落户 启用 跻身 实行 实施 推行 荣获 摘得 揭晓 部署 研究 审议 听取 传达"
    )
    # Words that end no row but want a verb on the next: 县医院成功 / 实施首例手术
    adverbs: tuple[str, ...] = _words(
        "成功 正式 全面 圆满 顺利 首次 再次 持续 深入 扎实 积极 全力 大力 稳步 有序 不断 陆续 集中"
    )
    # A second line that warns or advises comments on the first.
    advice_openings: tuple[str, ...] = _words("莫 别 勿 切莫 切勿 谨防 警惕 当心 小心 不要 请")
    # One that says what comes next: 预计明年6月建成通车
    outlooks: tuple[str, ...] = _words("预计 力争 有望 最快 将于 拟于")
    # How such a line ends: 绕行路线请收好
    deck_ends: tuple[str, ...] = _words(
        "自述 侧记 纪实 见闻 选登 "
        "请收好 请查收 请留意 请注意 要牢记 须知 答疑 解读 支招 答读者问 答记者问 释疑 详解"
    )
    # Who was there besides, below what was said: 张三主持 李四等出席
    attending: tuple[str, ...] = _words(
        "主持 主持会议 出席 出席会议 参加 陪同 列席 讲话 致辞 作报告 作说明 宣读 通报 作出批示"
    )
    deck_openings: tuple[str, ...] = _words("—— — －－ -- ─")
    picture_words: tuple[str, ...] = _words(
        "图为 图① 图一 上图 下图 左图 右图 本图 图说 资料图： 资料图， 资料图:"
    )
    # A page asks its reader to scan or to follow.
    prompts: tuple[str, ...] = _words("扫一扫 扫码 扫描二维码 微信扫 关注微信 长按识别 长按二维码")
    prompted: tuple[str, ...] = _words(
        "看视频 看更多 看全文 观看视频 更多精彩 更多精彩内容 观看更多精彩内容 上方二维码 "
        "下方二维码 关注我们 关注公众号 听新闻 听报 读报 下载客户端 了解更多 了解详情 查看更多 "
        "查看详情 码上看"
    )
    # 本版图片均由本报记者 张三 摄
    page_pictures: tuple[str, ...] = _words(
        "本版图片 本版照片 本版摄影 本组图片 本组照片 本文图片 本版未署名图片"
    )
    sure: float = 0.9  # articles at or above need no edit in 99 of 100 cases
    limits: Limits = field(default_factory=Limits)


DEFAULT_RULES = Rules()
