"""Documents of a fictional visit, as an officer would have them: names, numbers and shops are made up."""

from dataclasses import replace

from inspector_app.domain.document import (
    Cell,
    Choices,
    DataTable,
    Dialogue,
    FieldTable,
    Heading,
    Paragraph,
    Run,
    SealArea,
    SealState,
    SignatureBlock,
    SignatureSlot,
    SignerRole,
    Snapshot,
)
from tests.factory_signatures import signed

__all__ = [
    "AUTHORITY",
    "all_documents",
    "inspection_record",
    "rectification_order",
    "result_sheet",
    "service_receipt",
]

AUTHORITY = "云河市清溪区市场监督管理局"
PARTY = "清溪区张记面馆"
_HEAD = "5f0c9d1e7a3b4826a1d2c3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e"
_VISIT = "visit-2026-000417"


_OFFICERS = (
    SignatureSlot("officer1", SignerRole.OFFICER, "检查人员", "周明远", "YH37010417"),
    SignatureSlot("officer2", SignerRole.OFFICER, "检查人员", "李若溪", "YH37010522"),
)
_PARTY_SLOT = SignatureSlot("party", SignerRole.PARTY, "当事人", "张建国")
_WITNESS = SignatureSlot("witness", SignerRole.WITNESS, "见证人")


def inspection_record() -> Snapshot:
    """现场笔录: several pages, signed at the foot of each."""
    head = FieldTable(
        (
            (Cell("检查时间", "2026年11月21日09时05分至2026年11月21日10时40分", 3),),
            (Cell("检查地点", "云河市清溪区槐荫路128号一层沿街商铺（张记面馆经营场所）", 3),),
            (Cell("检查人员", "周明远"), Cell("执法证号", "YH37010417")),
            (Cell("检查人员", "李若溪"), Cell("执法证号", "YH37010522")),
            (Cell("当事人", PARTY, 3),),
            (
                Cell("主体资格证照名称", "营业执照；食品经营许可证"),
                Cell("统一社会信用代码", "92370199MA3FICT01X"),
            ),
            (Cell("住所（住址）", "云河市清溪区槐荫路128号"), Cell("经营者", "张建国")),
            (Cell("身份证件号码", "3701**********1234"), Cell("联系电话", "138****0417")),
            (Cell("通知当事人到场情况", "经营者张建国在场，全程陪同检查。", 3),),
        )
    )
    rights = Dialogue(
        (
            (
                (
                    "我们是云河市清溪区市场监督管理局执法人员周明远、李若溪，这是我们的执法证件"
                    "（执法证号：YH37010417、YH37010522），请你过目确认。你看清楚了吗？"
                ),
                "看清楚了。",
            ),
            (
                (
                    "我们依法就你单位食品安全情况进行监督检查，你依法享有陈述和申辩的权利，应当如实回答询问、"
                    "提供有关资料，不得拒绝、阻挠。你听清楚了吗？"
                ),
                "听清楚了，配合检查。",
            ),
            (
                (
                    "如果你认为执法人员与本次检查有直接利害关系或者有其他关系可能影响公正执法，可以申请回避。"
                    "你是否申请回避？"
                ),
                "不申请回避。",
            ),
        )
    )
    facts = [
        (
            "一、当事人经营场所门头标示“张记面馆”，大堂南墙公示有营业执照（统一社会信用代码：92370199MA3FICT01X）"
            "和食品经营许可证（许可证编号：JY23701990001234，有效期至2028年6月30日），许可范围为热食类食品制售。"
            "现场正在营业，堂食顾客6人。"
        ),
        (
            "二、后厨设原料贮存、清洗、切配、烹饪四个区域。冷藏柜（编号LC-02）温度显示为12.5℃，柜内存放生猪肉约3.2kg、"
            "熟制牛肉1.5kg，生熟食品混放于同一层，未加盖、未作标识；冷藏柜内壁有积霜和污渍。执法人员拍摄照片3张（照片编号1～3）。"
        ),
        (
            "三、原料货架上摆放“金穗牌”食用植物调和油2桶（规格：5L/桶，生产日期：2026年8月3日），当事人现场未能提供该批次"
            "食用油的进货查验记录和供货者资质证明文件。当事人称：“票据在家里——上周对账时拿回去的，可以在两日内补交。”"
        ),
        (
            "四、从业人员共4名，现场出示健康证明3份；面点工刘某（女，31岁）称健康证明于2026年11月2日到期，尚未重新办理……"
            "现场其正在从事直接入口食品的制作工作。"
        ),
        "五、餐具采用热力消毒柜消毒，消毒记录登记至2026年11月19日，11月20日、21日未登记；保洁柜门缺失密封条。",
        (
            "六、现场未发现超过保质期的食品，未发现采购、贮存、使用亚硝酸盐等国家禁止使用的物质；食品添加剂（泡打粉）"
            "专柜存放，标签符合要求，使用台账记录完整，最近一次使用时间为2026年11月20日，用量为15g/5kg面粉。"
        ),
    ]
    failed = DataTable(
        header=("序号", "项目编号", "不符合项目", "现场事实", "违反条款"),
        rows=(
            (
                "1",
                "2.3",
                "冷藏贮存温度和生熟分开",
                "冷藏柜12.5℃，生猪肉与熟制牛肉混放。",
                "《食品安全法》第三十三条第一款第六项",
            ),
            (
                "2",
                "★2.1",
                "进货查验记录",
                "2桶食用植物调和油无进货查验记录。",
                "《食品安全法》第五十三条第一款、第二款",
            ),
            (
                "3",
                "★4.2",
                "从业人员健康证明",
                "1名面点工健康证明过期仍从事接触直接入口食品的工作。",
                "《食品安全法》第四十五条第二款",
            ),
            (
                "4",
                "6.1",
                "餐饮具清洗消毒",
                "11月20日、21日消毒记录未登记；保洁柜密封条缺失。",
                "《食品安全法》第五十六条第二款",
            ),
        ),
        widths=(6, 10, 22, 38, 28),
        centered=(True, True, False, False, False),
    )
    return Snapshot(
        kind="inspection_record",
        title="现场笔录",
        authority=AUTHORITY,
        document_id="doc-2026-000417-1",
        visit_id=_VISIT,
        template="food-common/inspection_record@1",
        composed_at="2026-11-21T10:40:00+08:00",
        journal_head=_HEAD,
        blocks=(
            head,
            Heading("一、表明身份和告知"),
            rights,
            Heading("二、现场情况"),
            *(Paragraph((Run(text),)) for text in facts),
            Paragraph((Run("检查中发现的不符合项目如下："),)),
            failed,
            Heading("三、现场采取的措施"),
            Choices(
                "当场采取的措施",
                (
                    ("责令当场改正", True),
                    ("责令限期改正", True),
                    ("先行登记保存证据", False),
                    ("查封、扣押", False),
                    ("其他", False),
                ),
            ),
            Paragraph(
                (
                    Run(
                        "执法人员当场责令当事人将生熟食品分开存放、将冷藏柜温度调至0～8℃，当事人于"
                    ),
                    Run("2026年11月21日10时20分", filled=True),
                    Run("改正完毕；对其余问题下达"),
                    Run("云清市监责改〔2026〕17号", filled=True),
                    Run("《责令改正通知书》，限于"),
                    Run("2026年12月1日", filled=True),
                    Run("前改正。"),
                )
            ),
            Heading("四、当事人陈述申辩"),
            Paragraph(
                (Run("当事人表示：对检查情况无异议，尽快办理健康证明、补齐票据，今后加强管理。"),)
            ),
            SignatureBlock(
                ("party", "witness", "officer1", "officer2"),
                "以上笔录经当事人核对（已向其宣读），记录属实，无异议。",
            ),
        ),
        signatures=(_PARTY_SLOT, _WITNESS, *_OFFICERS),
        page_foot=("party", "witness", "officer1", "officer2"),
        verification_code="YH-QX-2026-000417-7K3D",
        data={"counts": {"total": 56, "not_met": 4}, "place": "槐荫路128号"},
    )


def result_sheet() -> Snapshot:
    """监督检查结果记录表: one page of boxes."""
    return Snapshot(
        kind="result_sheet",
        title="食品经营监督检查结果记录表",
        authority=AUTHORITY,
        document_id="doc-2026-000417-2",
        visit_id=_VISIT,
        template="food-common/result_sheet@1",
        composed_at="2026-11-21T10:40:00+08:00",
        journal_head=_HEAD,
        number="编号：云清食检〔2026〕0417",
        blocks=(
            FieldTable(
                (
                    (Cell("名称", PARTY, 3),),
                    (Cell("地址", "云河市清溪区槐荫路128号", 3),),
                    (Cell("联系人", "张建国"), Cell("联系方式", "138****0417")),
                    (Cell("许可证编号", "JY23701990001234"), Cell("检查次数", "本年度第2次检查")),
                    (Cell("检查方式", "双随机抽查、日常监督检查、复查（三项任务合并）", 3),),
                    (
                        Cell(
                            "检查内容",
                            "餐饮服务食品安全监督检查要点表共检查56项内容。其中：\n"
                            "重点项（★）20项，项目序号为1.1、2.1、2.4、2.6、3.2、3.3、3.5、4.1、4.2、4.4、5.1、"
                            "5.3、6.2、6.4、7.1、7.2、8.1、8.3、9.1、9.2；发现问题2项，项目序号为2.1、4.2；\n"
                            "一般项36项，发现问题2项，项目序号为2.3、6.1；\n"
                            "合理缺项3项，项目序号为1.4、9.3、9.4。",
                            3,
                        ),
                    ),
                )
            ),
            Choices("检查结果", (("符合", False), ("基本符合", True), ("不符合", False))),
            Choices(
                "结果处理",
                (
                    ("通过", False),
                    ("书面限期整改", True),
                    ("食品生产经营者立即停止食品生产经营活动", False),
                ),
            ),
            FieldTable(
                (
                    (
                        Cell(
                            "说明",
                            "1. 冷藏柜温度12.5℃、生熟混放，已当场改正；\n2. 食用植物调和油进货查验记录缺失、"
                            "1名从业人员健康证明过期、消毒记录不完整，责令于2026年12月1日前改正并书面报告。\n"
                            "（可附页）",
                            1,
                        ),
                    ),
                ),
                columns=1,
            ),
            SignatureBlock(("officer1", "officer2"), "检查人员签名："),
            SignatureBlock(("party",), "以上检查结果已当场告知，被检查单位意见：无异议。"),
        ),
        signatures=(_PARTY_SLOT, *_OFFICERS),
        verification_code="YH-QX-2026-000417-7K3D",
    )


def rectification_order() -> Snapshot:
    """责令改正通知书: a letter with a number, to be sealed."""
    return Snapshot(
        kind="rectification_order",
        title="责令改正通知书",
        authority=AUTHORITY,
        document_id="doc-2026-000417-3",
        visit_id=_VISIT,
        template="food-common/rectification_order@1",
        composed_at="2026-11-21T10:40:00+08:00",
        journal_head=_HEAD,
        number="云清市监责改〔2026〕17号",
        copies="本文书一式三份，一份送达，一份归档，一份由承办机构留存。",
        blocks=(
            Paragraph((Run(PARTY, filled=True), Run("：")), indent=0),
            Paragraph(
                (
                    Run("经查，你（单位）"),
                    Run(
                        "经营的食用植物调和油（2桶，规格5L/桶）未建立进货查验记录；1名面点工健康证明"
                        "于2026年11月2日到期后仍从事接触直接入口食品的工作；餐具消毒记录不完整",
                        filled=True,
                    ),
                    Run("的行为，违反了"),
                    Run(
                        "《中华人民共和国食品安全法》第四十五条第二款、第五十三条第一款和第二款、第五十六条第二款",
                        filled=True,
                    ),
                    Run("的规定。"),
                )
            ),
            Paragraph(
                (
                    Run("依据《中华人民共和国行政处罚法》第二十八条第一款和"),
                    Run("《中华人民共和国食品安全法》第一百二十六条第一款", filled=True),
                    Run("的规定，现责令你（单位）"),
                    Run("于2026年12月1日前", filled=True),
                    Run("改正上述违法行为。改正内容及要求如下："),
                )
            ),
            Paragraph(
                (Run("1. 向供货者索取许可证、合格证明文件，补录食用植物调和油进货查验记录；"),)
            ),
            Paragraph((Run("2. 安排过期人员调离岗位，取得有效健康证明后方可上岗；"),)),
            Paragraph((Run("3. 每日如实登记餐饮具消毒情况，修复保洁柜密封条。"),)),
            Paragraph(
                (
                    Run("逾期不改正的，本局将依据"),
                    Run("《中华人民共和国食品安全法》第一百二十六条第一款", filled=True),
                    Run("的规定依法处理。"),
                )
            ),
            Paragraph(
                (
                    Run("如对本责令改正决定不服，可以自收到本通知书之日起六十日内向"),
                    Run("云河市清溪区人民政府", filled=True),
                    Run("申请行政复议，也可以在六个月内依法向"),
                    Run("云河市清溪区人民法院", filled=True),
                    Run("提起行政诉讼。"),
                )
            ),
            Paragraph(
                (
                    Run("联系人："),
                    Run("周明远、李若溪", filled=True),
                    Run("　联系电话："),
                    Run("0000-8801 2345", filled=True),
                )
            ),
            SealArea(AUTHORITY, "2026年11月21日"),
        ),
        signatures=_OFFICERS,
        seal=SealState.MISSING,
        verification_code="YH-QX-2026-000417-7K3D",
    )


def service_receipt() -> Snapshot:
    """送达回证: what was served, how and to whom."""
    return Snapshot(
        kind="service_receipt",
        title="送达回证",
        authority=AUTHORITY,
        document_id="doc-2026-000417-4",
        visit_id=_VISIT,
        template="food-common/service_receipt@1",
        composed_at="2026-11-21T10:45:00+08:00",
        journal_head=_HEAD,
        blocks=(
            FieldTable(
                (
                    (Cell("受送达人", PARTY, 3),),
                    (
                        Cell(
                            "送达文书名称及文号",
                            "《责令改正通知书》（云清市监责改〔2026〕17号）；\n"
                            "《食品经营监督检查结果记录表》（云清食检〔2026〕0417）",
                            3,
                        ),
                    ),
                    (Cell("送达时间", "2026年11月21日10时42分"), Cell("送达方式", "直接送达")),
                    (Cell("送达地点", "云河市清溪区槐荫路128号张记面馆", 3),),
                    (Cell("备注", "", 3),),
                )
            ),
            SignatureBlock(("receiver", "witness"), "收件人（签名或者盖章）："),
            SignatureBlock(("officer1", "officer2"), "送达人："),
        ),
        signatures=(
            SignatureSlot("receiver", SignerRole.RECEIVER, "收件人", "张建国（经营者）"),
            _WITNESS,
            *(replace(slot, label="送达人") for slot in _OFFICERS),
        ),
    )


def all_documents() -> tuple[Snapshot, ...]:
    """The four documents of the first visit, signed."""
    return tuple(
        signed(make())
        for make in (inspection_record, result_sheet, rectification_order, service_receipt)
    )
