package text

import (
	"strings"
	"unicode"
)

// part is what a word says about the speaker whose label it is.
type part uint8

const (
	unknown   part = iota // no word of the trade
	speaker               // some speaker: "speaker 1", 发言人2
	asks                  // an interviewer
	answers               // a respondent
	aside                 // a note-taker, a translator, everybody
	partCount             // how many there are
)

// across gives who sits on the other side of the table.
var across = [partCount]part{asks: answers, answers: asks}

// trade is a word for a role. A weak one is also a common word or a letter: it
// needs to recur, or a partner on the other side.
type trade struct {
	part part
	weak bool
}

// trades lists the words by which transcripts call the people in them, folded
// (see fold).
var trades = func() map[string]trade {
	m := map[string]trade{}
	add := func(p part, weak bool, words string) {
		for w := range set(words) {
			m[w] = trade{p, weak}
		}
	}
	add(asks, false, "问 問 提问 提問 访谈者 訪談者 访谈人 訪談人 采访者 採訪者 采访人 採訪人 访问者 訪問者 访员 訪員 访谈员 訪談員 "+
		"访问员 訪問員 记者 記者 主持人 主持 调研员 調研員 调查员 調查員 研究者 研究员 研究員 提问者 提問者 "+
		"interviewer moderator facilitator host researcher")
	add(answers, false, "答 受访者 受訪者 受访人 受訪人 被访者 被訪者 被访谈者 被訪談者 被采访者 被採訪者 被采访人 访谈对象 訪談對象 受访对象 采访对象 回答者 "+
		"respondent interviewee participant informant")
	add(asks, true, "q question 问题 問題 i int")
	add(answers, true, "a answer 回答 r p")
	add(speaker, false, "说话人 說話人 发言人 發言人 发言者 發言者 讲话人 講者 speaker spk 未知说话人 参会者 与会者 unknownspeaker")
	add(aside, false, "记录员 記錄員 记录人 記錄人 翻译 翻譯 翻译员 旁白 众人 眾人 全体 全體 观察员 觀察員 速记员 "+
		"translator interpreter observer notetaker narrator")
	add(aside, true, "大家 all everyone group")
	return m
}()

// fields are the words before a colon that describe the interview or the
// document; a key that ends with one is a field too.
var fields = strings.Fields("时间 時間 地点 地點 主题 主題 议题 議題 编号 編號 日期 对象 對象 方式 时长 時長 人数 人數 名单 名單 单位 單位 " +
	"身份 职务 職務 职业 職業 职称 職稱 性别 性別 年龄 年齡 学历 學歷 背景 题目 題目 标题 標題 目的 说明 說明 备注 備註 附注 注 注意 附件 附录 来源 來源 " +
	"链接 連結 网址 網址 电话 電話 邮箱 信箱 地址 参会人 參會人 参会人员 參會人員 参加人 参加人员 与会人 与会人员 與會人員 出席 出席者 列席 出席人员 列席人员 " +
	"记录 紀錄 記錄 整理 整理人 转录 轉錄 转写 转录人 校对 校对人 录音 錄音 文件 档案 资料 資料 摘要 提要 关键词 關鍵詞 目录 项目 項目 课题 課題 版本 " +
	"提示 提醒 表格 图 表 访谈 訪談 姓名 民族 籍贯 政治面貌 会议室 场次 次数 语言 語言 概要 纪要 议程 " +
	"date time location place venue note notes participants present attendees topic subject duration recording transcript transcription title source project file " +
	"length keywords summary abstract example warning figure table appendix link links email e-mail tel phone url http https mailto ftp www by " +
	"id language version format caution tip ps p.s re fwd cc from to")

// rosters are the fields that list people.
var rosters = set("参会人 參會人 参会人员 參會人員 参加人 参加人员 与会人 与会人员 與會人員 出席 出席者 出席人员 列席 列席人员 受访者 受訪者 访谈对象 " +
	"participants present attendees")

// phrases are words that stand before a colon inside speech, never a speaker.
var phrases = set("比如 比如说 例如 譬如 譬如说 例子 举例 首先 其次 再次 再者 最后 最後 然后 另外 此外 总之 總之 总的来说 结论 結論 结果 結果 原因 目标 目標 " +
	"任务 任務 措施 做法 经验 經驗 建议 建議 问题一 问题二 问题三 要求 优点 優點 缺点 缺點 优势 劣势 好处 坏处 意义 方法 步骤 内容 內容 重点 重點 难点 " +
	"关键 核心 其一 其二 其三 一方面 另一方面 一是 二是 三是 四是 五是 一来 二来 换句话说 也就是说 包括 如下 以下 具体如下 分别是 正面 反面 前提 背景 现状 " +
	"嗯 哦 噢 对 好 行 对对 对对对 嗯嗯 好好 没有 可以 对策 责任 责任单位 牵头单位 完成时限 事实 事实上 其实 顺便 补充 附 答案 笑 笑声 大笑 苦笑 沉默 停顿 掌声 叹气 咳嗽 听不清 录音中断 插话 打断 点头 摇头 " +
	"first second third finally also however so because result reason goal example conclusion laughter laughs pause silence applause inaudible crosstalk")

// tellings end a clause that reports speech: 他说：, 老王问：.
var tellings = strings.Fields("说 說 道 问 問 讲 講 答 想 称 稱 写 寫 喊 叫 回答 表示 认为 認為 指出 强调 強調 反映 要求 提出 觉得 覺得 规定 規定 告诉 是 有 为 如下 来说 而言 就是")

// particles never stand in a name.
const particles = "的了我你您他她它们們这這那哪吗嗎呢吧啊呀么麼之与與很都也还還就把被给給让讓因为"

// surnames are the common ones of one character, in both scripts.
const surnames = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚" +
	"沈钟鍾姜崔谭譚陆陸范范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱江尹薛闫閻段雷侯龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文施洪辛柯翁" +
	"牛殷庄莊温溫祝申梅游路霍阮柳鲁魯樊葛岳齐齊古焦季纪紀甘倪童凌裴尚喻聂聶章谷祁单單柴邢俞翟詹关關左车車包欧歐宁寧鲍鮑涂景简簡苗盛舒符项項曲成管屈解蒲房费費饶饒蓝藍华華"

// nouns begin with a character that is a surname too, or with a capital in a
// heading; a name that begins with one, or has one for a word, is no person's.
var nouns = set("文化 文件 文章 文明 管理 管道 金融 金额 金額 成果 成效 成绩 成績 成本 成员 成員 方案 方式 方向 方面 方针 方針 方言 方便 计划 計畫 施工 施行 关系 关注 任期 任命 " +
	"常见 常態 常态 常识 石油 白天 黄金 武装 田地 田野 林业 林業 林地 水利 江河 江南 华东 华南 华北 车辆 车间 温和 温馨 高声 高度 高潮 高中 严重 严肃 严格 " +
	"单元 单独 左右 万一 连续 夏季 夏天 房屋 房子 费用 路线 路径 马上 童年 符合 曲折 简介 简述 简要 简历 黎明 宁静 包括 包袱 包村 欧洲 祝贺 祝福 申请 申报 " +
	"党建 谈判 和谐 易地 季度 纪律 余下 余额 沈默 叶子 孔子 雷同 章节 屈指 " +
	"background introduction overview findings discussion method methods results conclusions part section chapter question questions remarks context analysis interview")

// doubles are the common surnames of two characters.
var doubles = strings.Fields("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 端木 夏侯 司徒 南宫")

// titles end the name of an office or a kind of person.
var titles = strings.Fields("书记 書記 副书记 主任 会计 會計 村长 镇长 乡长 县长 区长 市长 局长 处长 科长 部长 队长 组长 所长 校长 院长 社长 厂长 站长 行长 董事长 总 经理 " +
	"支书 文书 委员 委員 干部 幹部 队员 專員 专员 老师 老師 教授 博士 先生 女士 小姐 大姐 大哥 大爷 大妈 大娘 阿姨 叔叔 师傅 代表 村民 居民 社工 学生 家长 助理 秘书 秘書 " +
	"同志 研究员 工程师 医生 律师 主席 法官 议员 委办 政委")

// fold makes a name comparable: no blanks, no width, no case.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= 0xFF01 && r <= 0xFF5E:
			r -= 0xFEE0
		}
		return unicode.ToLower(r)
	}, name)
}

// tradeOf gives what a folded name says of its bearer's role; qualifiers in
// brackets and a number or letter after the word are passed over.
func tradeOf(key string) trade {
	key = strings.TrimSpace(unbracket(key))
	if t, ok := trades[key]; ok {
		return t
	}
	base := strings.TrimRight(key, "0123456789")
	if len(base) > 1 && base[len(base)-1] < 0x7F && !latin(rune(base[len(base)-2])) {
		base = base[:len(base)-1] // 受访者a
	}
	if base == key {
		base = strings.TrimRight(key, "一二三四五六七八九十甲乙丙丁")
	}
	return trades[strings.TrimRight(base, "-_.#")]
}

// serial takes the number from labels that number the questions, not the people:
// Q1, 问2.
func serial(key string) string {
	switch base := strings.TrimRight(key, "0123456789."); base {
	case "q", "a", "问", "問", "答", "question", "answer", "问题", "問題", "回答":
		return base
	}
	return key
}

// unbracket takes bracketed groups out of s.
func unbracket(s string) string {
	for {
		open := strings.IndexAny(s, "(（[【")
		if open < 0 {
			return s
		}
		n := bracketed(s[open:])
		if n == 0 {
			return s
		}
		s = s[:open] + s[open+n:]
	}
}
